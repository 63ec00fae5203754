import { SpeechContext, useSpeechState } from "./i18n/context";
import { Gate } from "./gate";

export function App() {
  const speech = useSpeechState();
  return (
    <SpeechContext.Provider value={speech}>
      <Gate />
    </SpeechContext.Provider>
  );
}
