import { Button, Modal } from "@mantine/core";
import classes from "./Dialogs.module.css";

interface EndProps {
  open: boolean;
  onClose: () => void;
  onEnd: () => void;
}

export function EndDialog({ open, onClose, onEnd }: EndProps) {
  return (
    <Modal opened={open} onClose={onClose} title="End the interview?" size={440}>
      <p className={classes.text}>
        Your answers are kept and the report is made from them. The interview can’t be continued afterwards.
      </p>
      <div className={classes.keys}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Go on
        </Button>
        <Button onClick={onEnd}>End and see the report</Button>
      </div>
    </Modal>
  );
}

interface LeaveProps {
  open: boolean;
  onStay: () => void;
  onLeave: () => void;
}

export function LeaveDialog({ open, onStay, onLeave }: LeaveProps) {
  return (
    <Modal opened={open} onClose={onStay} title="Leave the room?" size={440}>
      <p className={classes.text}>
        The interview is still running. You can come back to the same question from your interviews.
      </p>
      <div className={classes.keys}>
        <Button variant="default" onClick={onStay} data-autofocus>
          Stay
        </Button>
        <Button onClick={onLeave}>Leave</Button>
      </div>
    </Modal>
  );
}
