// For who would rather ask from a shell. The token is theirs to put in: nothing that opens anything is copied.

const TOKEN = '-H "Authorization: Bearer $BARKER_TOKEN"';

export function apiAddress(path: string): string {
  return new URL(`/api/v1${path}`, location.href).href;
}

// What one can do with a bark, a line each: read it, like it, rebark it, answer it.
export function curlOfBark(id: string): string {
  const bark = apiAddress(`/barks/${id}`);
  return [
    `curl ${TOKEN} ${bark}`,
    `curl -X PUT ${TOKEN} ${bark}/like`,
    `curl -X PUT ${TOKEN} ${bark}/rebark`,
    `curl ${TOKEN} -H "Content-Type: application/json" -d '{"text":"Woof","inReplyTo":"${id}"}' ${apiAddress('/barks')}`,
  ].join('\n');
}
