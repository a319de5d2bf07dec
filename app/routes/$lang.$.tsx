import { found } from '#app/http/answers.server.ts'

export const loader = () => found(undefined)

export default function NotThere() {
  return null
}
