"""For the therapist."""

from django.urls import path

from psoas.web.plan.plan_lock import alone
from psoas.web.therapist import limits, views

app_name = "therapist"
urlpatterns = [
    path("", views.show, name="show"),
    path("summary.pdf", views.pdf, name="pdf"),
    path("record.fhir.json", views.record, name="record"),
    path("limits/", limits.ask, name="limits"),
    path("limits/keep/", alone(limits.keep), name="keep"),
    path("limits/lift/", alone(limits.lift), name="lift"),
]
