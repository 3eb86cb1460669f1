"""The plan."""

from django.urls import path

from psoas.web.plan import changing, views
from psoas.web.plan.alone import alone

app_name = "plan"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("remake/", changing.remake, name="remake"),
    path("changes/", alone(changing.changes), name="changes"),
    path("changes/undo/", alone(changing.undo), name="undo"),
    path("left-out/", views.left_out, name="left-out"),
    path("print/", views.printed, name="print"),
    path("versions/", views.versions, name="versions"),
    path("take-back/", alone(changing.take_back), name="take-back"),
    path("movement/<slug:exercise>/<slug:what>/", alone(changing.card), name="card"),
    path("day/<str:day>/", views.day, name="day"),
    path("day/<str:day>/instead/<slug:exercise>/", changing.instead, name="instead"),
    path("day/<str:day>/edit/<slug:what>/", alone(changing.edit), name="edit"),
]
