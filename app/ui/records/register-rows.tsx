import { useTranslation } from 'react-i18next'
import { ExampleMark } from '../example-mark.tsx'

export type RegisterRow = {
  number: string
  to: string | undefined
  date: string
  sender: string
  subject: string
  status: string
  secrecy: string
  example: boolean
}

const columns = ['number', 'date', 'sender', 'subject', 'status', 'secrecy'] as const
type Column = (typeof columns)[number]

/** Where each stands in the card that a row is on a narrow screen; on paper and on a wide screen it is a cell. */
const places: Record<Column, string> = {
  number: 'whitespace-nowrap font-bold',
  date: 'text-ink-soft lg:whitespace-nowrap lg:text-ink',
  sender: 'order-1 text-ink-soft lg:text-ink',
  subject: 'w-full lg:w-auto lg:min-w-[14rem] print:w-auto',
  status: 'order-1 lg:whitespace-nowrap',
  secrecy: 'order-2 w-full font-bold text-danger lg:w-auto print:w-auto',
}

/** The rows of the register: a table where there is room for one, else a card each. */
export function RegisterRows({ rows }: { rows: RegisterRow[] }) {
  const { t } = useTranslation()
  return (
    <div className="lg:card print:border-0 lg:p-0">
      <table className="block w-full text-start lg:table print:table">
        <caption className="sr-only">{t('records:register.title')}</caption>
        <thead className="hidden lg:table-header-group print:table-header-group">
          <tr className="border-b border-line text-sm text-ink-soft">
            {columns.map((column) => (
              <th key={column} scope="col" className="whitespace-nowrap px-4 py-3 text-start font-bold">
                {t(`records:register.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="flex flex-col gap-3 lg:table-row-group print:table-row-group">
          {rows.map((row) => (
            <Row key={row.number} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { row: RegisterRow }) {
  return (
    <tr className="flex flex-wrap justify-between gap-x-4 gap-y-1 rounded-card border border-line bg-surface p-4 align-top shadow-card lg:table-row lg:border-0 lg:border-b lg:bg-transparent lg:shadow-none lg:last:border-0 print:table-row print:border-0 print:border-b print:shadow-none">
      <Cell column="number">{row.to ? <a href={row.to}>{row.number}</a> : row.number}</Cell>
      <Cell column="date">{row.date}</Cell>
      <Cell column="sender">{row.sender}</Cell>
      <Cell column="subject">
        {row.subject} {row.example && <ExampleMark />}
      </Cell>
      <Cell column="status">{row.status}</Cell>
      <Cell column="secrecy">{row.secrecy && <bdi>{row.secrecy}</bdi>}</Cell>
    </tr>
  )
}

/** One cell, which says what it is where no head of a column does. */
function Cell({ column, children }: { column: Column; children: React.ReactNode }) {
  const { t } = useTranslation()
  const head = column === 'number'
  const As = head ? 'th' : 'td'
  return (
    <As
      scope={head ? 'row' : undefined}
      className={`block min-w-0 break-words text-start empty:hidden lg:table-cell lg:px-4 lg:py-3 print:table-cell print:px-2 print:py-1 ${places[column]}`}
    >
      {children !== '' && !head && (
        <span className="sr-only lg:hidden print:hidden">{t(`records:register.column.${column}`)}: </span>
      )}
      {children}
    </As>
  )
}
