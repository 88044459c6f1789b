"""Manifests that fit each other, the image and the app, with no more rights than they need."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.domain.address import PATHS
from app.web.refusals import HEALTH
from app.web.settings import read_settings
from tests.failover.rig import CONFIGURATION, COOKIE
from tests.server import ROOT

DEPLOY = ROOT / "deploy"
PORT = 8501
IMAGE = (DEPLOY / "Containerfile").read_text()
PROXY = CONFIGURATION.read_text()
FLOATING = re.compile(r":(latest|stable|\d+)?$")


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text())


COMPOSE = _read(DEPLOY / "compose.yaml")
CLUSTER = {
    one["kind"]: one
    for path in (DEPLOY / "kubernetes").glob("*.yaml")
    for one in [_read(path)]
}  # fmt: skip
DEPLOYMENT = CLUSTER["Deployment"]["spec"]
POD = DEPLOYMENT["template"]["spec"]
CONTAINER = POD["containers"][0]


def test_every_manifest_is_applied_and_every_one_applied_is_there():
    named = set(CLUSTER["Kustomization"]["resources"])
    assert named == {path.name for path in (DEPLOY / "kubernetes").glob("*.yaml")} - {
        "kustomization.yaml"
    }
    assert len(CLUSTER) == len(named) + 1, "one object a file"


def test_names_labels_and_ports_meet():
    labels = DEPLOYMENT["template"]["metadata"]["labels"]
    assert DEPLOYMENT["selector"]["matchLabels"] == labels
    assert CLUSTER["Service"]["spec"]["selector"] == labels
    assert CLUSTER["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert CLUSTER["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels
    (port,) = CONTAINER["ports"]
    (offered,) = CLUSTER["Service"]["spec"]["ports"]
    assert port["containerPort"] == PORT
    assert offered["targetPort"] == port["name"]
    (entry,) = CLUSTER["NetworkPolicy"]["spec"]["ingress"]
    assert [one["port"] for one in entry["ports"]] == [port["name"]]
    target = CLUSTER["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == (
        "Deployment",
        CLUSTER["Deployment"]["metadata"]["name"],
    )
    service = CLUSTER["Service"]["metadata"]["name"]
    backends = [
        b for rule in CLUSTER["HTTPRoute"]["spec"]["rules"] for b in rule.get("backendRefs", [])
    ]
    assert backends == [{"name": service, "port": offered["port"]}]
    assert CLUSTER["Namespace"]["metadata"]["name"] == CLUSTER["Kustomization"]["namespace"]
    assert CLUSTER["Kustomization"]["images"][0]["name"] == CONTAINER["image"]


def test_the_gateway_and_the_cluster_ask_the_app_by_the_name_it_answers_to():
    (hosts,) = [one["value"] for one in CONTAINER["env"] if one["name"] == "ALLOWED_HOSTS"]
    assert (
        list(read_settings({"ALLOWED_HOSTS": hosts}).hosts)
        == CLUSTER["HTTPRoute"]["spec"]["hostnames"]
    )


@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_probes_ask_what_the_app_answers(probe: str):
    assert CONTAINER[probe]["httpGet"] == {"path": HEALTH, "port": CONTAINER["ports"][0]["name"]}


def test_a_replica_is_left_alone_before_it_is_ended():
    pause = CONTAINER["lifecycle"]["preStop"]["sleep"]["seconds"]
    ready = CONTAINER["readinessProbe"]
    assert pause >= ready["periodSeconds"]
    assert POD["terminationGracePeriodSeconds"] >= pause + 30
    assert DEPLOYMENT["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert CLUSTER["HorizontalPodAutoscaler"]["spec"]["minReplicas"] >= 2


def test_readers_stay_with_a_replica_by_a_cookie_that_ends_with_the_visit():
    *_, rule = CLUSTER["HTTPRoute"]["spec"]["rules"]
    assert rule["sessionPersistence"] == {
        "sessionName": COOKIE, "type": "Cookie", "cookieConfig": {"lifetimeType": "Session"},
    }  # fmt: skip
    assert rule["timeouts"] == {"request": "0s"}


def test_a_pod_has_no_rights():
    assert POD["securityContext"]["runAsNonRoot"] is True
    assert POD["automountServiceAccountToken"] is False
    assert CONTAINER["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert CLUSTER["NetworkPolicy"]["spec"]["egress"] == []
    assert set(CLUSTER["NetworkPolicy"]["spec"]["policyTypes"]) == {"Ingress", "Egress"}
    assert {"cpu", "memory"} == set(CONTAINER["resources"]["limits"])
    (volume,) = POD["volumes"]
    assert CONTAINER["volumeMounts"] == [{"name": volume["name"], "mountPath": "/tmp"}]


@pytest.mark.parametrize("name", list(COMPOSE["services"]))
def test_a_service_has_no_rights(name: str):
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["mem_limit"] and service["cpus"] and service["pids_limit"]
    assert f"AS {service['build']['target']}\n" in IMAGE
    assert not FLOATING.search(service["image"])
    assert service.get("ports", []) == (["80:8080"] if name == "proxy" else [])


def test_the_proxy_knows_every_replica_and_its_port():
    replicas = [name for name in COMPOSE["services"] if name != "proxy"]
    given = COMPOSE["services"]["proxy"]["environment"]
    assert given == {f"MILD_REPLICA_{n}": f"{name}:{PORT}" for n, name in enumerate(replicas, 1)}
    for variable in given:
        assert f'server r{variable[-1]} "${{{variable}}}" cookie r{variable[-1]}' in PROXY
        assert f'server r{variable[-1]} "${{{variable}}}" track app/r{variable[-1]}' in PROXY
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert all(COMPOSE["services"][name]["networks"] == ["inside"] for name in replicas)


def test_the_proxy_knows_every_page():
    (named,) = re.findall(r"acl page path (.*)", PROXY)
    assert set(named.split()) >= set(PATHS.values())


def test_images_start_from_named_releases_and_run_as_nobody():
    bases = [base for base, _ in re.findall(r"^FROM (\S+) AS (\S+)$", IMAGE, re.M)]
    assert len(bases) == IMAGE.count("\nFROM ") == 3
    assert not [base for base in bases if FLOATING.search(base) or ":" not in base]
    assert all(re.search(r":\d+\.\d+", base) for base in bases), bases
    for stage in IMAGE.split("\nFROM ")[2:]:
        assert re.search(r"^USER (?!0|root)\S+$", stage, re.M)
        assert re.search(r'^CMD \["', stage, re.M), "a shell would keep the signal to itself"
        assert "HEALTHCHECK" in stage
    assert f'"--server.port={PORT}"' in IMAGE
    assert f":{PORT}{HEALTH}" in IMAGE


def test_an_image_holds_what_it_copies_and_no_clinic():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert ignored[1] == "*"
    allowed = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    copied = {
        source
        for line in re.findall(r"^COPY (?!--from)(.*)$", IMAGE, re.M)
        for source in line.split()[:-1]
    }
    assert copied == allowed
    assert all((ROOT / one).exists() for one in allowed)
    assert "content/clinic.toml" in ignored
    assert (ROOT / ".containerignore").read_text() == (ROOT / ".dockerignore").read_text()
