// Draws ../static/world.svg once: the countries of world-atlas (Natural Earth, public domain), plain longitude and
// latitude, ten units a degree. `npm install world-atlas topojson-client && node world.mjs`
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";

const world = JSON.parse(readFileSync(new URL(import.meta.resolve("world-atlas/countries-50m.json"))));
const [west, east, north, south] = [-30, 75, 55, -15]; // where the Arabic press reports from
const ring = (points) => {
  let path = "", last = "";
  for (const [lon, lat] of points) {
    const at = `${Math.round((lon - west) * 10)} ${Math.round((north - lat) * 10)}`;
    if (at !== last) path += path ? `L${at}` : `M${at}`;
    last = at;
  }
  return `${path}Z`;
};
const inside = (points) => points.some(([lon, lat]) => lon > west && lon < east && lat < north && lat > south);
const paths = feature(world, world.objects.countries).features.flatMap(({ geometry }) => {
  const polygons = geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.coordinates ?? [];
  return polygons.filter(([outer]) => inside(outer)).map((rings) => rings.map(ring).join(""));
});
writeFileSync(
  new URL("../static/world.svg", import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${(east - west) * 10} ${(north - south) * 10}">` +
    `<path fill="#b9bcc6" stroke="#fff" stroke-width="1" d="${paths.join("")}"/></svg>\n`,
);
