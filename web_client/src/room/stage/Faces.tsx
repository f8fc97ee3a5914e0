import type { Ref } from "react";
import { Avatar, type AvatarHandle } from "../../avatar/Avatar";
import type { InterviewerInfo, InterviewerState } from "../messages";
import type { RoomClient } from "../client";
import classes from "./Faces.module.css";

interface Props {
  people: InterviewerInfo[];
  speaker: InterviewerInfo | null;
  state: InterviewerState;
  client: RoomClient;
  faceRef: Ref<AvatarHandle>;
}

/** Who speaks in the middle; of a panel, the others listen beside, smaller and drawn less often. */
export function Faces({ people, speaker, state, client, faceRef }: Props) {
  const others = people.filter((person) => person.id !== speaker?.id);
  return (
    <div className={classes.people}>
      <div className={classes.face} key={speaker?.id ?? "nobody"} data-testid="speaking-face" data-who={speaker?.id}>
        {speaker ? (
          <Avatar
            ref={faceRef}
            look={speaker.look}
            name={speaker.name}
            state={state}
            voice={client.voice}
            lipLog={client.lipLog}
          />
        ) : null}
      </div>
      {others.length > 0 ? (
        <ul className={classes.others} aria-label="Also in the room">
          {others.map((person) => (
            <li key={person.id}>
              <div className={classes.small}>
                <Avatar look={person.look} name={person.name} state="listening" calm />
              </div>
              <span>
                <b>{person.name}</b> {person.role}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
