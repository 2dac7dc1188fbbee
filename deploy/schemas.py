"""schemas.py SWAGGER TARGET [CRDS]: of a Kubernetes release's OpenAPI description, and of definitions of custom resources,
a JSON schema a kind, as kubeconform looks for them. Strict: a field that is not there is a fault."""
import json
import sys
from pathlib import Path

INT_OR_STRING = {"oneOf": [{"type": "string"}, {"type": "integer"}]}
# a number in YAML is taken for a quantity
QUANTITY = {"oneOf": [{"type": "string"}, {"type": "number"}]}


def strict(schema):
    """The same, without what JSON Schema does not know, and closed."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "int-or-string" or schema.get("x-kubernetes-int-or-string"):
        return INT_OR_STRING
    closed = {key: strict(value) for key, value in schema.items() if key == "properties" or not key.startswith("x-")}
    if "properties" in schema:
        closed["properties"] = {name: strict(value) for name, value in schema["properties"].items()}
        if not schema.get("x-kubernetes-preserve-unknown-fields"):
            closed.setdefault("additionalProperties", False)
    if "$ref" in schema:
        return {"$ref": "definitions.json" + schema["$ref"]}
    return closed


def built_in(swagger, target):
    definitions = json.loads(Path(swagger).read_text())["definitions"]
    made = {}
    for name, schema in definitions.items():
        made[name] = QUANTITY if name.endswith(".resource.Quantity") else strict(schema)
        for kind in schema.get("x-kubernetes-group-version-kind", []):
            group = kind["group"].split(".")[0]
            suffix = f"-{group}-{kind['version']}" if group else f"-{kind['version']}"
            reference = {"$ref": f"definitions.json#/definitions/{name}"}
            (target / f"{kind['kind'].lower()}{suffix}.json".lower()).write_text(json.dumps(reference))
    (target / "definitions.json").write_text(json.dumps({"definitions": made}))


def custom(folder, target):
    import yaml  # only needed for these

    for file in sorted(Path(folder).rglob("*.yaml")):
        for definition in yaml.safe_load_all(file.read_text()):
            if not definition or definition.get("kind") != "CustomResourceDefinition":
                continue
            names, group = definition["spec"]["names"], definition["spec"]["group"].split(".")[0]
            for version in definition["spec"]["versions"]:
                schema = strict(version["schema"]["openAPIV3Schema"])
                schema["properties"] |= {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object"}}
                path = target / f"{names['kind']}-{group}-{version['name']}.json".lower()
                path.write_text(json.dumps(schema))


if __name__ == "__main__":
    built_in(sys.argv[1], Path(sys.argv[2]))
    if len(sys.argv) > 3:
        custom(sys.argv[3], Path(sys.argv[2]))
