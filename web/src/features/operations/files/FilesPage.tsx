import { SimpleGrid } from "@mantine/core";
import { useAccess } from "@/shared/session/SessionProvider";
import { PageHead } from "@/shared/ui/PageHead";
import { Exports } from "./Exports";
import { ImportForm } from "./ImportForm";
import { Ended, Failed, Sending } from "./ImportProgress";
import { useImport } from "./useImport";

export default function FilesPage() {
  const { may } = useAccess();
  return may("bulk") ? <InAndOut /> : <OutOnly />;
}

function OutOnly() {
  return (
    <>
      <PageHead title="Files" text="Lists as CSV, for spreadsheets and other systems." />
      <Exports />
    </>
  );
}

function InAndOut() {
  const { stage, begin, again, clear } = useImport();
  // Bad rows are a wide table.
  const columns = stage.at === "ended" && stage.outcome.rejects.length > 0 ? 1 : 2;
  return (
    <>
      <PageHead title="Files" text="CSV in and out. What comes out goes in again." />
      <SimpleGrid cols={{ base: 1, lg: columns }} style={{ alignItems: "start" }}>
        {stage.at === "choosing" && <ImportForm begin={begin} />}
        {stage.at === "sending" && (
          <Sending upload={stage.upload} share={stage.share} stop={clear} />
        )}
        {stage.at === "ended" && (
          <Ended
            upload={stage.upload}
            outcome={stage.outcome}
            another={clear}
            skipBad={() => begin({ ...stage.upload, skipBad: true })}
          />
        )}
        {stage.at === "failed" && (
          <Failed error={stage.error} again={() => again(stage.upload)} another={clear} />
        )}
        <Exports />
      </SimpleGrid>
    </>
  );
}
