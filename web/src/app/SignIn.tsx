import {
  Alert,
  Button,
  Card,
  Center,
  Divider,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, Navigate, useSearchParams } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { signIn } from "@/shared/session/session";

/** Only pages of this app: a link must not send anybody elsewhere after the sign-in. */
function ownPage(to: string | null): string {
  return to?.startsWith("/") && !to.startsWith("//") && !to.includes("\\") ? to : "/";
}

const PROVIDER_PROBLEMS: Record<string, string> = {
  "no-account": "Nobody with this e-mail address has an account here. Ask an admin to add you.",
};

export default function SignIn() {
  const { session, changed } = useAccess();
  const [parameters] = useSearchParams();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const to = ownPage(parameters.get("to"));
  const entering = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: (answer) => changed(answer),
  });
  if (session.signedIn) return <Navigate to={to} replace />;
  const problem = parameters.get("problem");
  const said =
    entering.error?.message ??
    (problem && (PROVIDER_PROBLEMS[problem] ?? "The sign-in was not finished. Try again."));
  function submit(event: FormEvent) {
    event.preventDefault();
    entering.mutate();
  }
  const company = session.signIn.openIdConnect;
  return (
    <Center mih="70vh">
      <Card withBorder padding="xl" w="100%" maw={400}>
        <form onSubmit={submit}>
          <Stack>
            <Title order={1} size="h2">
              Sign in
            </Title>
            {said && (
              <Alert color="red" role="alert">
                {said}
              </Alert>
            )}
            <TextInput
              label="E-mail"
              type="email"
              name="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label="Password"
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={entering.isPending}>
              Sign in
            </Button>
            {company && (
              <>
                <Divider label="or" />
                <Button
                  component="a"
                  href={`${company.path}?to=${encodeURIComponent(to)}`}
                  variant="default"
                  size="md"
                >
                  {company.name}
                </Button>
              </>
            )}
            {session.shop && (
              <Text size="sm" c="dimmed" ta="center">
                Only looking? <Link to="/shop">To the shop</Link>
              </Text>
            )}
          </Stack>
        </form>
      </Card>
    </Center>
  );
}
