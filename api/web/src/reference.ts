/**
 * The page that shows the description of the API: Swagger UI, from our own files, asking nobody else.
 * Requests that are tried on it carry the CSRF token of the session, where there is one.
 */

interface Sent {
  headers: Record<string, string>;
}

interface SwaggerUI {
  (settings: Record<string, unknown>): unknown;
}

declare const SwaggerUIBundle: SwaggerUI;

const CSRF_HEADER = "x-csrf-token";

function withToken(request: Sent): Sent {
  const token = document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content;
  if (token) request.headers[CSRF_HEADER] = token;
  return request;
}

SwaggerUIBundle({
  url: "/api/openapi.json",
  domNode: document.querySelector("#reference"),
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  filter: true,
  tryItOutEnabled: true,
  requestInterceptor: withToken,
  validatorUrl: null, // else every description would be sent to another machine
});
