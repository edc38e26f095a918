import { millisText } from "./figures";
import css from "./lab.module.css";
import { marksOf, placeOn, type Scale } from "./scale";
import type { Question, Stage } from "./wire";

interface Props {
  report: string;
  stages: Stage[];
  scale: Scale;
}

/** One report through all stages: shorter is quicker, each mark of the axis ten times as slow. */
export function StageBars({ report, stages, scale }: Props) {
  return (
    <section className={css.chart} aria-label={report}>
      <h3 className={css.report}>{report}</h3>
      <ol className={css.stages}>
        {stages.map((stage) => {
          const question = stage.questions.find((each) => each.report === report);
          return (
            <li key={stage.number} className={css.stage}>
              <span className={css.stageName}>
                {stage.number} {stage.name}
                {stage.worse.includes(report) && <strong className={css.worse}>worse</strong>}
              </span>
              {question ? <Bars question={question} scale={scale} /> : <span>not measured</span>}
            </li>
          );
        })}
      </ol>
      <div className={css.axis} aria-hidden>
        {marksOf(scale).map((mark) => (
          <span key={mark} style={{ insetInlineStart: `${placeOn(scale, mark)}%` }}>
            {millisText(mark)}
          </span>
        ))}
      </div>
    </section>
  );
}

function Bars({ question, scale }: { question: Question; scale: Scale }) {
  const { p50Ms, p95Ms, dbP50Ms, appP50Ms } = question;
  const [half, most] = [placeOn(scale, p50Ms), placeOn(scale, p95Ms)];
  return (
    <>
      <span className={css.lanes} aria-hidden>
        {marksOf(scale).map((mark) => (
          <i key={mark} style={{ insetInlineStart: `${placeOn(scale, mark)}%` }} />
        ))}
        <span className={css.whole} style={{ width: `${half}%` }} />
        <span
          className={css.upTo95}
          style={{ insetInlineStart: `${half}%`, width: `${most - half}%` }}
        />
        <span className={css.database} style={{ width: `${placeOn(scale, dbP50Ms)}%` }} />
        <span className={css.application} style={{ width: `${placeOn(scale, appP50Ms)}%` }} />
      </span>
      <span className={css.told}>
        <strong>{millisText(p50Ms)}</strong>, p95 {millisText(p95Ms)}; database{" "}
        {millisText(dbP50Ms)}, application {millisText(appP50Ms)}
      </span>
    </>
  );
}

/** What the bars of every chart mean. */
export function Legend() {
  return (
    <ul className={css.legend}>
      <li>
        <span className={css.swatch} data-of="whole" aria-hidden /> half of the answers (p50)
      </li>
      <li>
        <span className={css.swatch} data-of="upTo95" aria-hidden /> up to 95 of 100 (p95)
      </li>
      <li>
        <span className={css.swatch} data-of="database" aria-hidden /> database, p50
      </li>
      <li>
        <span className={css.swatch} data-of="application" aria-hidden /> application, p50
      </li>
    </ul>
  );
}
