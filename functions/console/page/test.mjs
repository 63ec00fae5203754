// Compiles test/ and runs it with Node's own test runner.
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const folder = await mkdtemp(join(tmpdir(), "hearth-page-test-"));
const tests = (await readdir("test")).filter((name) => name.endsWith(".test.ts"));
await build({
  entryPoints: tests.map((name) => `test/${name}`),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  jsx: "automatic",
  jsxImportSource: "preact",
  outdir: folder,
  outExtension: { ".js": ".mjs" },
});
const compiled = tests.map((name) => join(folder, name.replace(".ts", ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", ...compiled], { stdio: "inherit" });
await rm(folder, { recursive: true });
process.exit(status ?? 1);
