import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { ErrorSummary, type FieldError } from './error-summary.tsx';

export interface QuestionProps {
  /** A `BackLink`. */
  readonly back: ComponentChildren;
  /** One line above the question: "Declare an interest · item 5, Prevention policy". */
  readonly caption: ComponentChildren;
  readonly errorTitle: string;
  readonly errors: readonly FieldError[];
  /** The field whose legend or label is the page's title, and what explains it. */
  readonly children: ComponentChildren;
  /** "Continue", or what the last press does. */
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly busy?: boolean;
  /** Beside the button: a quiet button or link. */
  readonly beside?: ComponentChildren;
  /** Under the buttons, in second ink: "Kept on this tablet as you go." */
  readonly note?: ComponentChildren;
}

/** A page with one question, as people know it from public services. */
export const Question = (props: QuestionProps) => (
  <div class="page page--narrow question">
    {props.back}
    <ErrorSummary title={props.errorTitle} errors={props.errors} />
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) props.onSubmit();
      }}
    >
      <p class="page__caption">{props.caption}</p>
      {props.children}
      <div class="button-row">
        <Button type="submit" busy={props.busy ?? false}>
          {props.submit}
        </Button>
        {props.beside}
      </div>
    </form>
    {props.note && <p class="question__note">{props.note}</p>}
  </div>
);
