import { Alert } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Obstacles } from "./Obstacles";
import { obstaclesIn } from "./problems";

interface Props {
  error: Error | null;
  title: string;
}

/**
 * Why the server said no, in its words. It comes into view: the field that is to blame, which says
 * so too, may be a screen away.
 */
export function Failed({ error, title }: Props) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) said.current?.scrollIntoView({ block: "nearest" });
  }, [error]);
  if (!error) return null;
  const obstacles = obstaclesIn(error);
  return (
    <div ref={said}>
      {obstacles.length > 0 ? (
        <Obstacles title={title} obstacles={obstacles} />
      ) : (
        <Alert color="red" role="alert" title={title}>
          {error.message}
        </Alert>
      )}
    </div>
  );
}
