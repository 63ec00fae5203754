"""Make the HTTP API answer at the front address.

The local cloud takes everything of an HTTP API from CloudFormation but the OpenAPI document in
its Body, which holds the routes. They are read from the processed template and created here.
"""

import re
from typing import Any

from botocore.exceptions import ClientError

from infra.local.clients import ACCOUNT, client
from infra.local.place import REGION, STACK, Place
from infra.local.ports import LOOPBACK
from infra.local.problems import DeployError

HTTP_API = "AWS::ApiGatewayV2::Api"
ANY_METHOD = "x-amazon-apigateway-any-method"
INTEGRATION = "x-amazon-apigateway-integration"
_FUNCTION = re.compile(r"\$\{(\w+)\.Arn\}")
Routes = dict[str, str]


def open_front(place: Place) -> None:
    """Give the API its routes and the front address; raise DeployError if there is no API."""
    cloud, gateway = client(place, "cloudformation"), client(place, "apigatewayv2")
    resources = cloud.describe_stack_resources(StackName=STACK)["StackResources"]
    physical = {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in resources}
    template = cloud.get_template(StackName=STACK, TemplateStage="Processed")["TemplateBody"]
    apis = [n for n, r in template["Resources"].items() if r["Type"] == HTTP_API]
    if len(apis) != 1:
        raise DeployError(f"template.yaml has {len(apis)} HTTP APIs; the local run serves one")
    document = template["Resources"][apis[0]]["Properties"]["Body"]
    api = physical[apis[0]]
    _set_routes(gateway, api, routes_of(document, physical))
    _set_address(gateway, api)


def routes_of(document: dict[str, Any], physical: dict[str, str]) -> Routes:
    """Return route key -> function ARN, as an OpenAPI document of SAM's has them."""
    routes = {}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            verb = "ANY" if method == ANY_METHOD else method.upper()
            found = _FUNCTION.search(str(operation[INTEGRATION]["uri"]))
            if found is None:
                raise DeployError(f"{verb} {path} of the HTTP API leads to no function")
            name = physical[found.group(1)]
            routes[f"{verb} {path}"] = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    return routes


def _set_routes(gateway: Any, api: str, wanted: Routes) -> None:
    integrations = gateway.get_integrations(ApiId=api)["Items"]
    functions = {f"integrations/{i['IntegrationId']}": i["IntegrationUri"] for i in integrations}
    routes = gateway.get_routes(ApiId=api)["Items"]
    if {r["RouteKey"]: functions.get(r["Target"]) for r in routes} == wanted:
        return
    for route in routes:
        gateway.delete_route(ApiId=api, RouteId=route["RouteId"])
    for integration in integrations:
        gateway.delete_integration(ApiId=api, IntegrationId=integration["IntegrationId"])
    targets = {function: _integrate(gateway, api, function) for function in set(wanted.values())}
    for key, function in wanted.items():
        gateway.create_route(ApiId=api, RouteKey=key, Target=targets[function])


def _integrate(gateway: Any, api: str, function: str) -> str:
    made = gateway.create_integration(
        ApiId=api,
        IntegrationType="AWS_PROXY",
        IntegrationUri=function,
        PayloadFormatVersion="2.0",
    )
    return f"integrations/{made['IntegrationId']}"


def _set_address(gateway: Any, api: str) -> None:
    """Make requests whose Host is the loopback address reach the API, as a custom domain."""
    mapping = {"DomainName": LOOPBACK, "ApiId": api, "Stage": "$default"}
    try:
        gateway.create_domain_name(DomainName=LOOPBACK)
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") != "ConflictException":
            raise
        for old in gateway.get_api_mappings(DomainName=LOOPBACK)["Items"]:
            gateway.delete_api_mapping(DomainName=LOOPBACK, ApiMappingId=old["ApiMappingId"])
    gateway.create_api_mapping(**mapping)
