import { Anchor, Button, Card, Collapse, Stack, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import { fieldError } from "@/shared/ui/fieldErrors";
import { PageHead } from "@/shared/ui/PageHead";
import { today } from "../days";
import css from "../orders.module.css";
import { useNow } from "../useNow";
import { bodyOf } from "./draft";
import { LinesEditor } from "./LinesEditor";
import { PromisePanel } from "./PromisePanel";
import { ShipToFields } from "./ShipToFields";
import { Unsettled } from "./Unsettled";
import { useDraft } from "./useDraft";
import { usePlace } from "./usePlace";
import { usePromise } from "./usePromise";
import { WhyCard } from "./WhyCard";
import { WISH_FIELDS, Wishes } from "./Wishes";

export default function NewOrderPage() {
  const { draft, change, clear } = useDraft();
  const now = useNow();
  const navigate = useNavigate();
  const asking = usePromise();
  const [more, { toggle }] = useDisclosure(false);
  const placing = usePlace((order) => {
    clear();
    asking.forget();
    notifications.show({ message: `Order ${order.number} is placed.` });
    void navigate(`/orders/${order.id}`);
  });
  const live = asking.hold && Date.parse(asking.hold.until) > now ? asking.hold : undefined;
  const body = bodyOf(draft, live?.id);
  const error = placing.problem ?? asking.asking.error;
  // What the server has against a wish must be seen.
  const shown = more || WISH_FIELDS.some((field) => fieldError(error, field) !== undefined);
  return (
    <>
      <Anchor component={Link} to="/orders" size="sm">
        All orders
      </Anchor>
      <PageHead
        title="New order"
        text="What is ordered and where it goes. Holdfast says when it arrives before you place it."
        action={
          draft.lines.length > 0 ? (
            <Button
              variant="default"
              size="md"
              onClick={() => {
                clear();
                if (live) asking.giveUp();
                asking.forget();
              }}
            >
              Begin anew
            </Button>
          ) : undefined
        }
      />
      <Unsettled placing={placing} />
      <div className={css.columns}>
        <Stack gap="md">
          <Card withBorder padding="md" component="section" aria-label="Goods" className={css.open}>
            <Title order={2} size="h4" mb="xs">
              Goods
            </Title>
            <LinesEditor lines={draft.lines} change={(lines) => change({ lines })} error={error} />
          </Card>
          <Card withBorder padding="md" component="section" aria-label="Where and when">
            <Title order={2} size="h4" mb="xs">
              Where and when
            </Title>
            <ShipToFields
              shipTo={draft.shipTo}
              change={(shipTo) => change({ shipTo })}
              error={error}
            />
            <TextInput
              mt="md"
              label="At the door by"
              description="Empty: the cheapest way, whenever it arrives."
              type="date"
              size="md"
              min={today(now)}
              error={fieldError(error, "promised")}
              value={draft.promised}
              onChange={(event) => change({ promised: event.currentTarget.value })}
            />
          </Card>
          <Card withBorder padding="md" component="section" aria-label="Wishes">
            <Button
              variant="subtle"
              size="md"
              px={0}
              justify="start"
              onClick={toggle}
              aria-expanded={shown}
              aria-controls="wishes"
              rightSection={
                shown ? (
                  <IconChevronUp size={18} aria-hidden />
                ) : (
                  <IconChevronDown size={18} aria-hidden />
                )
              }
            >
              More wishes
            </Button>
            <Collapse expanded={shown} id="wishes">
              {shown && <Wishes draft={draft} change={change} error={error} />}
            </Collapse>
          </Card>
        </Stack>
        <div className={css.aside}>
          <PromisePanel draft={draft} body={body} asking={asking} placing={placing} />
        </div>
      </div>
      {asking.told && asking.isAbout(body) && <WhyCard promised={asking.told.promised} />}
    </>
  );
}
