import { createContext } from "preact";
import { useContext } from "preact/hooks";

export interface FormState {
  busy: boolean;
  /** What is wrong, by field name. */
  errors: Readonly<Record<string, string>>;
}

export const FormContext = createContext<FormState>({ busy: false, errors: {} });
export const useFormState = (): FormState => useContext(FormContext);
