import { type Calendar, isWorkday } from '@onewindow/clocks';
import { useDesigning } from '../DesignerContext.ts';
import { addDays, dayNumber, dayOf, shortTime } from './days.ts';
import { limitTexts } from './limitTexts.ts';
import type { Plan } from './planSteps.ts';

interface TimelineProps {
  readonly plan: Plan;
  readonly startAt: Date;
  readonly calendar: Calendar;
  readonly pause: { readonly from: Date; readonly to: Date } | null;
}

const LEFT = 168;
const RIGHT = 24;
const WIDTH = 1040;
const ROW = 26;
const HEAD = 40;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Longest span that is drawn; beyond it the picture would say nothing. */
const MOST_DAYS = 400;

/** The steps in flow order against the promised and the statutory limit. The table beside it says the same. */
export function Timeline({ plan, startAt, calendar, pause }: TimelineProps) {
  const { locale } = useDesigning();
  const texts = limitTexts[locale];
  const first = dayNumber(dayOf(startAt));
  const ends = [
    ...plan.clocks.flatMap(({ due, redAt }) => [due.dueAt, ...(redAt ? [redAt] : [])]),
    ...plan.bars.map(({ to }) => to),
  ].map((at) => dayNumber(dayOf(at)));
  const days = Math.min(MOST_DAYS, Math.max(7, ...ends.map((day) => day - first)) + 3);
  const origin = Date.parse(`${dayOf(startAt)}T00:00:00+08:00`);
  const x = (at: Date) =>
    LEFT +
    Math.min(1, Math.max(0, (at.getTime() - origin) / (days * MILLISECONDS_PER_DAY))) *
      (WIDTH - LEFT - RIGHT);
  const dayWidth = (WIDTH - LEFT - RIGHT) / days;
  const height = HEAD + (plan.bars.length + plan.clocks.length) * ROW + 10;
  const list = Array.from({ length: days }, (_, at) => addDays(dayOf(startAt), at));
  const every = Math.max(1, Math.ceil(46 / dayWidth));
  return (
    <figure className="owd-timeline">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={texts.timeline(shortTime(startAt))}>
        <defs>
          <pattern
            id="owd-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="owd-t-hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="6" className="owd-t-hatch" />
          </pattern>
        </defs>
        {list.map((day, at) => (
          <g key={day}>
            {!worked(day, calendar) && (
              <rect
                x={LEFT + at * dayWidth}
                y={HEAD - 6}
                width={dayWidth}
                height={height - HEAD}
                className="owd-t-off"
              />
            )}
            {at % every === 0 && (
              <text x={LEFT + at * dayWidth} y={18} className="owd-t-day">
                {day.slice(5)}
              </text>
            )}
          </g>
        ))}
        {pause !== null && (
          <rect
            x={x(pause.from)}
            y={HEAD - 6}
            width={Math.max(2, x(pause.to) - x(pause.from))}
            height={height - HEAD}
            fill="url(#owd-hatch)"
            opacity={0.5}
          />
        )}
        {plan.clocks.map((clock, at) => {
          const y = HEAD + at * ROW;
          const label = clock.kind === 'statutory' ? texts.names['statutory'] : texts.names['promised'];
          return (
            <g key={clock.kind}>
              <text x={8} y={y + 14} className="owd-t-name">
                {label}
              </text>
              <rect
                x={x(startAt)}
                y={y + 4}
                width={x(clock.due.dueAt) - x(startAt)}
                height={12}
                className={`owd-t-clock ${clock.kind}`}
              />
              {clock.yellowAt !== null && (
                <g>
                  <path d={mark(x(clock.yellowAt), y + 10)} className="owd-t-yellow" />
                  <title>{`${texts.yellowAt} ${shortTime(clock.yellowAt)}`}</title>
                </g>
              )}
              <circle cx={x(clock.due.dueAt)} cy={y + 10} r={6} className="owd-t-red" />
              <line
                x1={x(clock.due.dueAt)}
                x2={x(clock.due.dueAt)}
                y1={y + 16}
                y2={height - 6}
                className={`owd-t-due ${clock.kind}`}
              />
              <text
                x={x(clock.due.dueAt) > WIDTH - 130 ? x(clock.due.dueAt) - 10 : x(clock.due.dueAt) + 10}
                y={y + 14}
                textAnchor={x(clock.due.dueAt) > WIDTH - 130 ? 'end' : 'start'}
                className="owd-t-date"
              >
                {shortTime(clock.due.dueAt)}
              </text>
            </g>
          );
        })}
        {plan.bars.map((bar, at) => {
          const y = HEAD + (plan.clocks.length + at) * ROW;
          const kind = bar.paused ? 'paused' : bar.afterDecision ? 'after' : (bar.beyond ?? 'fits');
          const left = x(bar.from);
          const width = Math.max(3, x(bar.to) - left);
          return (
            <g key={bar.key}>
              <text x={8} y={y + 14} className="owd-t-name">
                {shortName(bar.name)}
                <title>{bar.name}</title>
              </text>
              <rect
                x={left}
                y={y + 3}
                width={width}
                height={14}
                rx={3}
                className={`owd-t-bar ${kind}`}
                {...(bar.paused ? { fill: 'url(#owd-hatch)' } : {})}
              />
              {bar.beyond !== null && (
                <text x={Math.min(left + width + 5, WIDTH - 14)} y={y + 15} className="owd-t-flag">
                  ⚠
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="owd-t-legend">
        <span className="fits">{texts.within}</span>
        <span className="promised">{texts.overPromise}</span>
        <span className="statutory">{texts.overStatutory}</span>
        <span className="after">{texts.afterDecision}</span>
        <span className="yellow">▲ {texts.yellowAt}</span>
        <span className="red">● {texts.redAt}</span>
      </figcaption>
    </figure>
  );
}

/** A triangle, so that yellow is told from red by its shape too. */
function mark(x: number, y: number): string {
  return `M ${x} ${y - 7} L ${x + 7} ${y + 6} L ${x - 7} ${y + 6} Z`;
}

function shortName(name: string): string {
  const letters = [...name];
  const most = /\p{Script=Han}/u.test(name) ? 11 : 22;
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
}

function worked(day: string, calendar: Calendar): boolean {
  try {
    return isWorkday(day, calendar);
  } catch {
    return true;
  }
}
