import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** How many notices nobody has dealt with, counted up to 100. */
interface Todo {
  /** Of the community whose pages are shown. */
  inside: number;
  /** Of the whole installation. */
  everywhere: number;
  again: () => void;
}

export const TodoContext = createContext<Todo>({ inside: 0, everywhere: 0, again: () => {} });
export const useTodo = (): Todo => useContext(TodoContext);
