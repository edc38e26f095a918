import { Button, NumberInput, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { quantityText } from "@/shared/stock";
import { Window } from "@/shared/ui/Window";
import type { Wish } from "./wishes";

/** Up to here every answer has a button of its own. */
const MOST_BUTTONS = 12;

interface Props {
  wish: Wish | undefined;
  close(): void;
  say(found: number): void;
}

/** Asks how many there really were. */
export function FewerDialog({ wish, close, say }: Props) {
  function answer(found: number) {
    say(found);
    close();
  }
  return (
    <Window
      opened={wish !== undefined}
      onClose={close}
      title="How many did you find?"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      {wish && (
        <Stack>
          <Text>
            The list asks for {quantityText(wish.quantity, wish.unit)} of {wish.name}. Take what is
            there; what is missing is written off here, and its orders are planned again at once.
          </Text>
          {wish.unit === "each" && wish.quantity <= MOST_BUTTONS ? (
            <SimpleGrid cols={4} spacing="xs">
              {Array.from({ length: wish.quantity }, (_, found) => (
                <Button
                  // biome-ignore lint/suspicious/noArrayIndexKey: the number is the button
                  key={found}
                  h={60}
                  size="lg"
                  variant="default"
                  aria-label={found === 0 ? "Found none" : `Found ${found}`}
                  onClick={() => answer(found)}
                >
                  {found === 0 ? "None" : found}
                </Button>
              ))}
            </SimpleGrid>
          ) : (
            <Measured key={wish.key} wish={wish} say={answer} />
          )}
        </Stack>
      )}
    </Window>
  );
}

function Measured({ wish, say }: { wish: Wish; say(found: number): void }) {
  const [found, setFound] = useState<string | number>("");
  const pieces = wish.unit === "each";
  const fits = found !== "" && Number(found) >= 0 && Number(found) < wish.quantity;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) say(Number(found));
      }}
    >
      <NumberInput
        size="xl"
        label={pieces ? "Found" : `Found, in ${wish.unit}`}
        data-autofocus
        min={0}
        max={wish.quantity}
        allowDecimal={!pieces}
        decimalScale={6}
        hideControls
        inputMode="decimal"
        value={found}
        onChange={setFound}
      />
      <Button type="submit" h={60} mt="md" fullWidth size="lg" disabled={!fits}>
        {fits ? `Found ${quantityText(Number(found), wish.unit)}` : "Say how many"}
      </Button>
    </form>
  );
}
