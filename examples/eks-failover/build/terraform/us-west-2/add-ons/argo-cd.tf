# The same in every region: a region that takes over is kept up to date by its own.
resource "helm_release" "cluster_argo_cd" {
  provider         = helm.cluster
  name             = "argo-cd"
  namespace        = "argocd"
  create_namespace = true
  repository       = "https://argoproj.github.io/argo-helm"
  chart            = "argo-cd"
  version          = "9.4.1"
  atomic           = true
}

# The root of all applications: a folder of the repository for this region. A private one needs a
# deploy key, which a person adds to Argo CD.
resource "helm_release" "cluster_argocd_apps" {
  provider         = helm.cluster
  name             = "argocd-apps"
  namespace        = "argocd"
  create_namespace = true
  repository       = "https://argoproj.github.io/argo-helm"
  chart            = "argocd-apps"
  version          = "2.0.4"
  atomic           = true

  values = [
    yamlencode({
      applications = {
        eks-failover = {
          namespace = "argocd"
          project   = "default"
          source = {
            repoURL        = "https://github.com/example/eks-failover-manifests.git"
            targetRevision = "main"
            path           = "us-west-2"
          }
          destination = {
            server    = "https://kubernetes.default.svc"
            namespace = "argocd"
          }
          syncPolicy = {
            automated = {
              prune    = true
              selfHeal = true
            }
          }
        }
      }
    }),
  ]

  depends_on = [helm_release.cluster_argo_cd]
}
