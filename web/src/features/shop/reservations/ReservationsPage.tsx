import { Button } from "@mantine/core";
import { IconClockHour4, IconTrash } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import { pickUpNumber } from "@/shared/stock";
import { type KeptReservation, useReservations } from "../device/reservations";
import { Empty, Notice } from "../ui/Notice";
import { PageTitle } from "../ui/PageTitle";
import css from "../ui/shop.module.css";
import { HeldLines } from "./HeldLines";
import { ReservationCard } from "./ReservationCard";
import styles from "./reservations.module.css";

const ENDED = {
  active: "Time is over",
  confirmed: "Picked up",
  released: "Given back",
  expired: "Time ran out",
};

/** The reservations made on this device. */
export function ReservationsPage() {
  const { reservations } = useReservations();
  const { state } = useLocation();
  const made: unknown = state?.made;
  const running = reservations.filter((each) => each.state === "active");
  const ended = reservations.filter((each) => each.state !== "active");
  return (
    <div className={css.stack}>
      <PageTitle title="Reserved" />
      {running.some((each) => each.id === made) && (
        <Notice tone="good" role="status">
          <strong>Reserved. Nobody else can take it while the time runs.</strong>
        </Notice>
      )}
      {reservations.length === 0 && (
        <Empty icon={<IconClockHour4 size={44} aria-hidden />} title="Nothing reserved">
          <p className={css.quiet}>
            Reservations that you make on this device stand here, with the time that is left.
          </p>
          <Button component={Link} to="/shop" size="md">
            Find a product
          </Button>
        </Empty>
      )}
      <div className={`${css.stack} ${styles.cards}`}>
        {running.map((held) => (
          <ReservationCard key={held.id} held={held} />
        ))}
      </div>
      {ended.length > 0 && (
        <section className={css.stack} aria-label="Earlier">
          <h2 className={styles.state}>Earlier</h2>
          <div className={`${css.stack} ${styles.cards}`}>
            {ended.map((held) => (
              <EndedCard key={held.id} held={held} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

function EndedCard({ held }: { held: KeptReservation }) {
  const { forget } = useReservations();
  const number = pickUpNumber(held.id);
  return (
    <article className={`${css.card} ${css.stack}`} aria-label={`Reservation ${number}`}>
      <div className={css.between}>
        <span>
          <strong>{ENDED[held.state]}</strong>{" "}
          <span className={`${css.quiet} ${css.small}`}>{number}</span>
        </span>
        <Button
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconTrash size={18} aria-hidden />}
          aria-label={`Take ${number} off this list`}
          onClick={() => forget(held.id)}
        >
          Forget
        </Button>
      </div>
      <HeldLines lines={held.lines} />
    </article>
  );
}
