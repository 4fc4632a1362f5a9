namespace FollowUp.Tests.Start.SignIn.Rig;

/// <summary>
/// What a browser does with redirects and cookies, by hand: it keeps Secure ones from this machine over plain http, as browsers do, and
/// what was set with them can be looked at.
/// </summary>
internal sealed class Browser : IDisposable
{
    private const int HopsMax = 20;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>By authority and name.</summary>
    public Dictionary<(string Authority, string Name), string> Cookies { get; } = [];

    /// <summary>Every Set-Cookie that came.</summary>
    public List<string> Set { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<HttpResponseMessage> Send(
        string method, Uri url, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new(method), url) { Content = content };
        string[] sent = [.. Cookies.Where(cookie => cookie.Key.Authority == url.Authority).Select(one => $"{one.Key.Name}={one.Value}")];
        if (sent.Length > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", sent));
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        HttpResponseMessage answer = await http.SendAsync(request, Cancel);
        foreach (string cookie in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            Keep(url, cookie);
        }

        return answer;
    }

    /// <summary>Opens an address and goes where it is sent, until something is shown or <paramref name="until"/> says stop.</summary>
    /// <returns>Where it ended, and what was there.</returns>
    public async Task<(Uri Url, HttpResponseMessage Answer)> Open(Uri url, Func<Uri, bool>? until = null, HttpContent? post = null)
    {
        HttpResponseMessage answer = await Send(post is null ? "GET" : "POST", url, post);
        for (int hop = 0; hop < HopsMax && (int)answer.StatusCode is >= 300 and < 400; hop++)
        {
            url = new(url, answer.Headers.Location!);
            if (until?.Invoke(url) == true)
            {
                return (url, answer);
            }

            answer = await Send("GET", url);
        }

        return (url, answer);
    }

    public void Dispose() => http.Dispose();

    private void Keep(Uri url, string cookie)
    {
        Set.Add(cookie);
        string[] pair = cookie.Split(';')[0].Split('=', 2);
        bool isGone = cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase);
        if (isGone)
        {
            _ = Cookies.Remove((url.Authority, pair[0]));
        }
        else
        {
            Cookies[(url.Authority, pair[0])] = pair[1];
        }
    }
}
