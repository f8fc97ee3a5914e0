import { Coded } from "../../components/Coded";
import type { CodingView } from "../messages";
import type { Exercise } from "../exercises/state";
import classes from "./Workbench.module.css";

/** What is asked: the brief, what the code should do, what was added, and the hints that were given. */
export function TaskPane({ exercise: { hints, modificationIsNew }, view }: { exercise: Exercise; view: CodingView }) {
  return (
    <>
      <p className={classes.brief}><Coded text={view.brief} /></p>
      {view.modification_requirement === null ? null : (
        <div className={classes.task} data-new={modificationIsNew || undefined}>
          <h3>
            The change to make
            {modificationIsNew ? <span className={classes.newSign}>New</span> : null}
          </h3>
          <p><Coded text={view.modification_requirement} /></p>
        </div>
      )}
      {view.context === "" ? null : (
        <div className={classes.task}>
          <h3>Where it is used</h3>
          <p><Coded text={view.context} /></p>
        </div>
      )}
      {view.expected_behavior === "" ? null : (
        <div className={classes.task}>
          <h3>What it should do</h3>
          <p><Coded text={view.expected_behavior} /></p>
        </div>
      )}
      {hints.length === 0 ? null : (
        <div className={classes.task}>
          <h3>Hints so far</h3>
          <ol className={classes.hints}>
            {hints.map((hint, index) => (
              <li key={index}><Coded text={hint} /></li>
            ))}
          </ol>
        </div>
      )}
      {view.hints > 0 ? <p className={classes.small}>Hints lower the score a little. None of them is the solution.</p> : null}
    </>
  );
}
