import type { TaskView } from '../api/taskTypes.ts';
import type { FormData } from '../api/types.ts';

export interface DialogProps {
  task: TaskView;
  /** The form as filled in now, complete or not. */
  filled: () => FormData;
  /** The form where it is complete; undefined, with its problems shown, where it is not. */
  complete: () => FormData | undefined;
  onClose: () => void;
  /** Done: the task is read anew; `leave` when it is no longer this person's. */
  onDone: (how: { leave: boolean }) => void;
}
