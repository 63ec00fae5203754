import { SpeechContext, useSpeechState } from "./i18n/context";
import { useHere } from "./lib/router";
import { RefillPage } from "./pages/refill/RefillPage";
import { Gate } from "./gate";

export function App() {
  const speech = useSpeechState();
  const at = useHere();
  return (
    <SpeechContext.Provider value={speech}>
      {at === "/refill" ? <RefillPage token={location.hash.slice(1)} /> : <Gate />}
    </SpeechContext.Provider>
  );
}
