"""The moving figure: every exercise and test as a solved motion of one skeleton.

In: movements authored as key poses, contacts and props (`data/movements/*.toml`). Out: for each a compact document that
the browser draws (`build`), and how far it takes each joint, to check what the catalogue declares (`demand`). Read
`skeleton`, `notation`, `props`, `movement`, `contacts`, `collision`, `motion`, `pose_solver`, `inverse_kinematics`,
`motion_store`, `document`, `reach`, `demand`, `build`, in that order. `description` says in a sentence what each figure
shows.
"""
