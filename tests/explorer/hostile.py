"""Words of articles that try to run on the page that shows them."""

HOSTILE = (
    "<script>alert('x')</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></textarea><iframe src=//evil.example>",
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    '<a href="javascript:alert(1)">here</a>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202etxt.exe\u2066hidden\u2069",
    '=HYPERLINK("http://evil.example")',
    "hx-get=/x <div hx-get='/events' hx-trigger='load'>",
)
