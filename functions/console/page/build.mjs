// Bundles src/ into dist/: index.html and assets named after their content.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const ADDRESS = "/console/assets/";

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });

const { metafile } = await build({
  entryPoints: { app: "src/main.tsx" },
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".svg": "file" },
  charset: "utf8",
  legalComments: "eof",
  outdir: "dist/assets",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  publicPath: ADDRESS,
  metafile: true,
});

const assets = Object.keys(metafile.outputs).map((path) => basename(path));
const address = (form) => ADDRESS + assets.find((name) => form.test(name));
const html = await readFile("src/index.html", "utf8");
await writeFile(
  "dist/index.html",
  html
    .replace("{script}", address(/^app-.*\.js$/))
    .replace("{style}", address(/^app-.*\.css$/))
    .replace("{icon}", address(/^logo-.*\.svg$/)),
);
