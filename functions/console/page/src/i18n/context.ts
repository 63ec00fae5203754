import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { type Language, recall, remember, tag } from "./language";
import { type Text, textIn } from "./text";

export interface Speech {
  language: Language;
  t: Text;
  choose: (language: Language) => void;
}

export const SpeechContext = createContext<Speech>({
  language: "en",
  t: textIn("en"),
  choose: () => undefined,
});

export const useSpeech = (): Speech => useContext(SpeechContext);
export const useText = (): Text => useSpeech().t;

export function useSpeechState(): Speech {
  const [language, setLanguage] = useState(recall);
  useEffect(() => {
    document.documentElement.lang = tag(language);
  }, [language]);
  return useMemo(
    () => ({
      language,
      t: textIn(language),
      choose: (next) => {
        remember(next);
        setLanguage(next);
      },
    }),
    [language],
  );
}
