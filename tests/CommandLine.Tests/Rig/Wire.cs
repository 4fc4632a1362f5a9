namespace FollowUp.CommandLine.Tests.Rig;

/// <summary>Answers calls in turn, as a test says, and keeps what was asked.</summary>
internal sealed class Wire(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> left = new(answers);

    public List<HttpRequestMessage> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return Task.FromResult(left.Dequeue()());
    }

    public static Func<HttpResponseMessage> Says(int status, string body, string mediaType = "application/json") => () =>
        new((System.Net.HttpStatusCode)status) { Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType) };

    public static Func<HttpResponseMessage> Lost() => () =>
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was closed.");

    /// <summary>Not now, and when again.</summary>
    public static Func<HttpResponseMessage> Busy(int status, int seconds) => () =>
    {
        HttpResponseMessage busy = Says(status, """{"type":"/problems/busy","title":"Not now; try again","detail":"Later."}""")();
        busy.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return busy;
    };
}
