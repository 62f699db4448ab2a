"""Sign-in by the force's identity provider: OpenID Connect, authorization code with PKCE. Off without --oidc.

configured  the file of --oidc
provider    what is asked of the provider: discovery, keys, a token for a code
tokens      whether a token holds
claims      who somebody is at this station, by what the token says
arriving    away and back again, each once; the account that comes of it
"""
