declare module "htmx.org/dist/htmx.esm.min.js" {
  const htmx: { config: Record<string, unknown>; process(part: Element | null): void };
  export default htmx;
}
declare module "htmx.org/dist/ext/hx-preload.js";
