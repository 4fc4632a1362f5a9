using System.Net;
using FollowUp.Delivery.Webhooks;
using FollowUp.Faults;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Delivery.Webhooks;

/// <summary>
/// Whatever somebody writes for an address, nothing of an office's own is reached by it. Tests <see cref="PublicAddress"/>,
/// <see cref="WebhookAddress"/>, <see cref="WebhookSettings"/> and <see cref="WebhookFaults"/>.
/// </summary>
public sealed class Where_nothing_is_posted
{
    private static readonly WebhookSettings None = new([]);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.9")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:7f00:1::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("4000::1")]
    public void is_an_address_that_is_not_public(string address) => PublicAddress.IsPublic(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    public void is_no_address_that_anybody_has(string address) => PublicAddress.IsPublic(IPAddress.Parse(address)).Should().BeTrue();

    [Theory]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://169.254.169.254/metadata/instance")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://a.localhost/")]
    [InlineData("https://a.LocalHost./")]
    [InlineData("https://intranet/")]
    [InlineData("https://0/")]
    public void is_a_host_that_shows_it(string address) =>
        WebhookAddress.Fault(address, None).Should().BeOneOf(WebhookFaults.NotPublic.Text, WebhookFaults.NotAddress.Text);

    [Theory]
    [InlineData("http://hooks.example/")]
    [InlineData("https://hooks.example:8443/")]
    [InlineData("https://hooks.example:22/")]
    [InlineData("https://user@hooks.example/")]
    [InlineData("https://user:word@hooks.example/")]
    [InlineData("https://hooks.example@127.0.0.1/")]
    [InlineData("https://hooks.example/#part")]
    [InlineData("https://hooks.example\\@127.0.0.1/")]
    [InlineData("https://hooks.example/ x")]
    [InlineData("https://hooks.example/\r\nHost: x")]
    [InlineData("https:hooks.example/")]
    [InlineData("https:///hooks.example/")]
    [InlineData("//hooks.example/")]
    [InlineData("hooks.example")]
    [InlineData("ftp://hooks.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://hooks.example/")]
    [InlineData("data:,x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://ⓛocalhost/")]
    [InlineData("https://１２７.0.0.1/")]
    [InlineData("https://")]
    [InlineData("https://.")]
    public void is_what_is_no_address_of_a_webhook(string address) =>
        WebhookAddress.Fault(address, None).Should().BeOneOf(WebhookFaults.NotPublic.Text, WebhookFaults.NotAddress.Text);

    [Theory]
    [InlineData("https://hooks.example/followup")]
    [InlineData("HTTPS://Hooks.Example:443/a/b?sig=x%20y")]
    [InlineData("https://xn--e1afmkfd.xn--p1ai/")]
    [InlineData("https://1.1.1.1/")]
    public void is_none_of_these(string address) => WebhookAddress.Fault(address, None).Should().BeNull();

    [Fact]
    public void is_not_where_somebody_allowed_it_by_name()
    {
        WebhookSettings some = Settings("https://Hooks.Intranet:8443, http://localhost:9000");
        WebhookAddress.Fault("https://hooks.intranet:8443/x", some).Should().BeNull();
        WebhookAddress.Fault("http://localhost:9000/y?z", some).Should().BeNull();
        foreach (string near in new[] { "https://hooks.intranet:8444/x", "http://hooks.intranet:8443/x", "http://localhost:9001/",
            "https://localhost:9000/", "http://a@localhost:9000/" })
        {
            WebhookAddress.Fault(near, some).Should().NotBeNull(near);
        }
    }

    [Theory]
    [InlineData("hooks.intranet")]
    [InlineData("https://hooks.intranet/path")]
    [InlineData("https://*.intranet, x")]
    [InlineData("ftp://hooks.intranet")]
    [InlineData("https://user@hooks.intranet")]
    public void is_no_setting_that_cannot_be_followed(string value)
    {
        IConfiguration settings = Configuration(value);
        WebhookSettings.Fault(settings).Should().Contain("Webhooks:AllowedOrigins");
        FluentActions.Invoking(() => WebhookSettings.Read(settings)).Should().Throw<InvalidOperationException>();
    }

    private static WebhookSettings Settings(string value) => WebhookSettings.Read(Configuration(value));

    private static IConfiguration Configuration(string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Webhooks:AllowedOrigins", value)]).Build();
}
