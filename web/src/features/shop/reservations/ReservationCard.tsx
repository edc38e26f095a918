import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import { pickUpNumber } from "@/shared/stock";
import { type KeptReservation, useReservations } from "../device/reservations";
import { LoadProblem, Notice } from "../ui/Notice";
import css from "../ui/shop.module.css";
import { Countdown } from "./Countdown";
import { HeldLines } from "./HeldLines";
import styles from "./reservations.module.css";
import { useReservation, useReservationCommand } from "./useReservation";

/** A reservation that runs: how long still, what, where, and what one can do about it. */
export function ReservationCard({ held }: { held: KeptReservation }) {
  const { gone, answer } = useReservation(held);
  const { forget } = useReservations();
  const extend = useReservationCommand(held.id, "extend");
  const release = useReservationCommand(held.id, "release");
  const [sure, setSure] = useState(false);
  const { refetch } = answer;
  const over = useCallback(() => void refetch(), [refetch]);
  const problem = extend.error ?? release.error;
  if (gone) {
    return (
      <Notice tone="bad">
        <span>The shop does not know the reservation {pickUpNumber(held.id)} any more.</span>
        <span>
          <Button variant="default" size="md" onClick={() => forget(held.id)}>
            Take it off this list
          </Button>
        </span>
      </Notice>
    );
  }
  return (
    <article
      className={`${css.card} ${css.stack}`}
      aria-label={`Reservation ${pickUpNumber(held.id)}`}
    >
      <div className={styles.top}>
        <h2 className={styles.state}>Held for you</h2>
        <Countdown expiresAt={held.expiresAt} madeAt={held.madeAt} over={over} />
      </div>
      <div>
        <span className={`${css.quiet} ${css.small}`}>Say this number in the store</span>
        <br />
        <span className={styles.number}>{pickUpNumber(held.id)}</span>
      </div>
      <HeldLines lines={held.lines} />
      {answer.error && <LoadProblem error={answer.error} again={() => void answer.refetch()} />}
      {problem && (
        <Notice tone="bad" role="alert">
          {problem.message}
        </Notice>
      )}
      <div role="status" className={css.small}>
        {extend.isSuccess && "You have an hour again."}
      </div>
      {sure ? (
        <Notice>
          <span>Give it all back? Others can have it at once.</span>
          <div className={css.row}>
            <Button
              color="red.9"
              size="md"
              loading={release.isPending}
              onClick={() => release.mutate()}
            >
              Yes, give it back
            </Button>
            <Button variant="default" size="md" autoFocus onClick={() => setSure(false)}>
              Keep it
            </Button>
          </div>
        </Notice>
      ) : (
        <div className={styles.deeds}>
          <Button size="md" loading={extend.isPending} onClick={() => extend.mutate()}>
            Hold for 1 hour from now
          </Button>
          <Button variant="default" size="md" onClick={() => setSure(true)}>
            Give back
          </Button>
        </div>
      )}
    </article>
  );
}
