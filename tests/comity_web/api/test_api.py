from comity_web.api.interface import interface, operations


def test_the_applications_own_operations_are_found_by_name():
    names = {operation.view_func.__name__ for operation in operations(interface())}
    assert {"read_me", "list_events", "read_openapi"} <= names
