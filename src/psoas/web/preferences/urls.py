"""Settings."""

from django.urls import path

from psoas.web.preferences import calendar, carrying, steps, views

app_name = "preferences"
urlpatterns = [
    path("", views.show, name="show"),
    path("export/<slug:form>/", carrying.export, name="export"),
    path("export/<slug:form>/<int:part>/", carrying.export, name="export"),
    path("calendar/", calendar.address, name="calendar"),
    path("unpair/", views.unpair, name="unpair"),
    path("import/", carrying.bring, name="import"),
    path("steps/", steps.steps, name="steps"),
    path("delete/", carrying.delete, name="delete"),
    path("deleted/", carrying.deleted, name="deleted"),
]
