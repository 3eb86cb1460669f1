"""The plan."""

from django.urls import path

from psoas.web.plan import plan_changes, views
from psoas.web.plan.plan_lock import alone

app_name = "plan"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("remake/", plan_changes.remake, name="remake"),
    path("changes/", alone(plan_changes.changes), name="changes"),
    path("changes/undo/", alone(plan_changes.undo), name="undo"),
    path("left-out/", views.left_out, name="left-out"),
    path("print/", views.printed, name="print"),
    path("versions/", views.versions, name="versions"),
    path("take-back/", alone(plan_changes.take_back), name="take-back"),
    path("movement/<slug:exercise>/<slug:what>/", alone(plan_changes.card), name="card"),
    path("day/<str:day>/", views.day, name="day"),
    path("day/<str:day>/instead/<slug:exercise>/", plan_changes.instead, name="instead"),
    path("day/<str:day>/edit/<slug:what>/", alone(plan_changes.edit), name="edit"),
]
