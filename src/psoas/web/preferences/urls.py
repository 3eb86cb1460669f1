"""Settings."""

from django.urls import path

from psoas.web.preferences import calendar, own_data, step_counts, views

app_name = "preferences"
urlpatterns = [
    path("", views.show, name="show"),
    path("export/<slug:form>/", own_data.export, name="export"),
    path("export/<slug:form>/<int:part>/", own_data.export, name="export"),
    path("calendar/", calendar.address, name="calendar"),
    path("unpair/", views.unpair, name="unpair"),
    path("import/", own_data.bring, name="import"),
    path("steps/", step_counts.steps, name="steps"),
    path("delete/", own_data.delete, name="delete"),
    path("deleted/", own_data.deleted, name="deleted"),
]
