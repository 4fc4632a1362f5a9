namespace FollowUp.Start;

/// <summary>Where readers of letters find the board.</summary>
internal static class BoardUrl
{
    /// <summary>With a slash at its end, since links are written behind it; the board's own path where none is given.</summary>
    /// <param name="from">The option or setting that says it.</param>
    /// <exception cref="UsageException">No link could be made of it.</exception>
    public static string Parse(string value, string from)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out Uri? url)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            || url.Host.Length == 0)
        {
            throw new UsageException($"{from} must be an address like https://followup.office.example/board/, not {value}.");
        }

        if (url.UserInfo.Length > 0)
        {
            // Not repeated: it may be somebody's password.
            throw new UsageException($"{from} must have no user and no password in it: it goes into every letter.");
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0 || value.AsSpan().ContainsAny('?', '#'))
        {
            throw new UsageException(
                $"{from} must end with the board's path; what follows a ? or # has no place in it, since links go on from there.");
        }

        string text = url.AbsoluteUri;
        return url.AbsolutePath == "/" ? $"{text}board/" : text.EndsWith('/') ? text : $"{text}/";
    }
}
