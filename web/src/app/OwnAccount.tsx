import { Alert, Button, Card, Center, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Navigate } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { changePassword } from "@/shared/session/session";

export default function OwnAccount() {
  const { session } = useAccess();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const changing = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent("");
      setNext("");
      notifications.show({ message: "Your password is changed. Other devices are signed out." });
    },
  });
  if (!session.account) return <Navigate to="/sign-in?to=/account" replace />;
  function submit(event: FormEvent) {
    event.preventDefault();
    changing.mutate();
  }
  const { name, email, role, clientName } = session.account;
  return (
    <Center>
      <Card withBorder padding="lg" w="100%" maw={460}>
        <Stack>
          <Title order={1} size="h2">
            {name}
          </Title>
          <Text c="dimmed">
            {email}, {role} of {clientName}
          </Text>
          <form onSubmit={submit}>
            <Stack>
              <Title order={2} size="h4">
                Change the password
              </Title>
              {changing.error && (
                <Alert color="red" role="alert">
                  {changing.error.message}
                </Alert>
              )}
              <PasswordInput
                label="Current password"
                autoComplete="current-password"
                required
                value={current}
                onChange={(event) => setCurrent(event.currentTarget.value)}
              />
              <PasswordInput
                label="New password"
                description="12 characters or more. A sentence that you make up is good."
                autoComplete="new-password"
                minLength={12}
                required
                value={next}
                onChange={(event) => setNext(event.currentTarget.value)}
              />
              <Button type="submit" loading={changing.isPending}>
                Change it
              </Button>
            </Stack>
          </form>
        </Stack>
      </Card>
    </Center>
  );
}
