export default function Home() {
  return <h1>Hem</h1>
}
