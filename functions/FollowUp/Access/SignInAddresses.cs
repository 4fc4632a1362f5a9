namespace FollowUp.Access;

/// <summary>Where a browser signs in and out; null where it cannot.</summary>
/// <param name="In">Opened as a page.</param>
/// <param name="Out">Opened as a page where <paramref name="OutMethod"/> is GET, else called.</param>
public sealed record SignInAddresses(string? In, string? Out, string OutMethod)
{
    /// <summary>Served by the local host.</summary>
    public const string LocalIn = "/sign-in";

    /// <inheritdoc cref="LocalIn"/>
    public const string LocalOut = "/sign-out";

    public static SignInAddresses Of(bool isPlatform, bool hasProvider) =>
        isPlatform ? new("/.auth/login/aad?post_login_redirect_uri=/board/", "/.auth/logout?post_logout_redirect_uri=/board/", "GET")
        : new(hasProvider ? LocalIn : null, LocalOut, "POST");
}
