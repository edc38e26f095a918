import { Alert } from "@mantine/core";
import { formError } from "@/shared/ui/fieldErrors";
import { Obstacles } from "./Obstacles";
import { obstaclesIn } from "./problems";

interface Props {
  error: Error | null;
  title: string;
  /** The names that fields have in the request, which show their own errors. */
  fields?: readonly string[];
}

/** Why the server said no, in its words; nothing where each complaint stands at its field. */
export function Failed({ error, title, fields = [] }: Props) {
  const obstacles = obstaclesIn(error);
  if (obstacles.length > 0) return <Obstacles title={title} obstacles={obstacles} />;
  const said = formError(error, fields);
  if (!said) return null;
  return (
    <Alert color="red" role="alert" title={title}>
      {said}
    </Alert>
  );
}
